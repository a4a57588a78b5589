// Traffic of the inspected page. Each function runs in the page and can't use its closure.

interface SoakWindow extends Window {
  /** Requests whose response has been read. */
  sent?: number;
}

interface RequestsOptions {
  readonly requests: number;
  /** Projects in each response. */
  readonly items: number;
  readonly concurrency: number;
}

/** Starts to send requests, as fast as the browser can, and returns. */
export function startRequests(page: SoakWindow, { requests, items, concurrency }: RequestsOptions): void {
  let started = 0;
  page.sent = 0;
  const work = async () => {
    while (started < requests) {
      const response = await page.fetch(`/projects.xro/2.0/Projects?page=${++started}&items=${items}`);
      await response.arrayBuffer();
      page.sent = (page.sent ?? 0) + 1;
    }
  };
  for (let i = 0; i < concurrency; i++) void work();
}

export function countSent({ sent = 0 }: SoakWindow): number {
  return sent;
}

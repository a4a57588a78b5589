// Lists of projects like the API's, of any length: about 490 bytes per project.

/** Returns JSON. `seed` varies the projects. */
export function createProjectList(projects: number, seed = 0): string {
  const items = Array.from({ length: projects }, (_, index) => createProject(seed * 1000 + index));
  return JSON.stringify({ pagination: { page: 1, pageSize: projects, pageCount: 1, itemCount: projects }, items });
}

function createProject(number: number) {
  const amount = (value: number) => ({ currency: 'NZD', value: value + number / 100 });
  return {
    projectId: uuid(number),
    contactId: uuid(number + 500_000),
    name: `New Kitchen ${number}`,
    currencyCode: 'NZD',
    minutesLogged: number % 900,
    totalTaskAmount: amount(310),
    totalExpenseAmount: amount(24),
    minutesToBeInvoiced: number % 300,
    taskAmountToBeInvoiced: amount(110),
    expenseAmountToBeInvoiced: amount(12),
    status: number % 3 === 0 ? 'CLOSED' : 'INPROGRESS',
    deadlineUtc: '2026-12-24T09:30:00Z',
    totalInvoiced: amount(200),
    totalToBeInvoiced: amount(122),
    deposit: amount(50),
    depositApplied: amount(25),
    creditNoteAmount: amount(5),
  };
}

function uuid(number: number): string {
  return `b021e7cb-1903-4292-b48b-${String(number).padStart(12, '0')}`;
}

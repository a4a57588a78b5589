// All cause rules, the most specific first. Among causes of equal certainty, the order here decides.

import { rule as addedByProxy } from './added-by-proxy.ts';
import { rule as deletedBefore } from './already-deleted.ts';
import type { CauseRule } from './cause.ts';
import { rule as deletedByAuthEvent } from './deleted-by-auth-event.ts';
import { rule as seenByChecks } from './failed-check.ts';
import { rule as noConnections } from './no-connections.ts';
import { rule as otherTokenWorks } from './other-token-works.ts';
import { rule as projectNotListed } from './project-not-listed.ts';
import { rule as projectsNotOn } from './projects-not-enabled.ts';
import { rule as rateCurrencyDiffers } from './rate-currency-differs.ts';
import { rule as frozenRecord } from './record-locked.ts';
import { rule as scopeAddedLater } from './scope-added-later.ts';
import { rule as scopeIsThere } from './scope-granted.ts';
import { rule as taskOfAnotherProject } from './task-of-another-project.ts';
import { rule as tenantNotConnected } from './tenant-not-connected.ts';
import { rule as tenantWorkedBefore } from './tenant-worked-before.ts';
import { rule as tokenWorksElsewhere } from './token-works-elsewhere.ts';
import { rule as userNotListed } from './user-not-listed.ts';
import { rule as workedBefore } from './worked-before.ts';
import { rule as otherTenant } from './wrong-tenant.ts';

export const allCauses: readonly CauseRule[] = [
  deletedBefore,
  scopeAddedLater,
  noConnections,
  deletedByAuthEvent,
  addedByProxy,
  seenByChecks,
  frozenRecord,
  rateCurrencyDiffers,
  otherTenant,
  userNotListed,
  taskOfAnotherProject,
  otherTokenWorks,
  scopeIsThere,
  tenantNotConnected,
  projectNotListed,
  projectsNotOn,
  tokenWorksElsewhere,
  tenantWorkedBefore,
  workedBefore,
];

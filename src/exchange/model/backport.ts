/** Addresses of the Subscriptions R5 Backport implementation guide, version 1.1 (STU 1.1, 2023), as used on R4. */
const GUIDE = 'http://hl7.org/fhir/uv/subscriptions-backport';

export const BACKPORT = {
  subscription: `${GUIDE}/StructureDefinition/backport-subscription`,
  filter: `${GUIDE}/StructureDefinition/backport-filter-criteria`,
  content: `${GUIDE}/StructureDefinition/backport-payload-content`,
  heartbeat: `${GUIDE}/StructureDefinition/backport-heartbeat-period`,
  timeout: `${GUIDE}/StructureDefinition/backport-timeout`,
  maxCount: `${GUIDE}/StructureDefinition/backport-max-count`,
  channelType: `${GUIDE}/StructureDefinition/backport-channel-type`,
  notification: `${GUIDE}/StructureDefinition/backport-subscription-notification-r4`,
  status: `${GUIDE}/StructureDefinition/backport-subscription-status-r4`,
} as const;

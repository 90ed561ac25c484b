/** Why a hall stands still: тривога, блекаут, anything else. */
export const FREEZE_REASONS = ['air-alert', 'blackout', 'other'] as const;
export type FreezeReason = (typeof FREEZE_REASONS)[number];

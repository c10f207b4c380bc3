/** Why somebody who treats cannot wait; with their own words beside it. */
export const GLASS_REASONS = ['acute', 'cannot-tell', 'danger', 'other'] as const;
export type GlassReason = (typeof GLASS_REASONS)[number];
export const isGlassReason = (text: string): text is GlassReason => GLASS_REASONS.includes(text as GlassReason);

/** What the privacy officer found: it was right, it was asked about, or it was wrong. */
export const GLASS_OUTCOMES = ['rightful', 'asked', 'wrong'] as const;
export type GlassOutcome = (typeof GLASS_OUTCOMES)[number];
export const isGlassOutcome = (text: string): text is GlassOutcome => GLASS_OUTCOMES.includes(text as GlassOutcome);

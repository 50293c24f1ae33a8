/** The instant that samples are shown at. */
export const now = "2026-11-17T02:00:00Z";

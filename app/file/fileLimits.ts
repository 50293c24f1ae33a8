/** What files may be attached; the handbook names these. */
export const fileLimits = {
  /** MiB of one file as it is sent. */
  megabytes: 20,
  /** MiB of everything that one form brings. */
  formMegabytes: 60,
  /** Files on one thing. */
  count: 40,
  /** MiB of everything that is kept on one thing. */
  keptMegabytes: 200,
  /** Millions of pixels of one image. */
  megapixels: 100,
} as const;

/** What the thread that looks at a file may take. */
export const lookLimits = { seconds: 20, memoryMegabytes: 256 } as const;

/** How large images are kept, in pixels of the longer side. */
export const imageSizes = { screen: 2048, thumbnail: 320 } as const;

import "@remix-run/node";

declare module "@remix-run/node" {
  /** Loaders and actions answer with their own types, not with what JSON would make of them. */
  interface Future {
    v3_singleFetch: true;
  }
}

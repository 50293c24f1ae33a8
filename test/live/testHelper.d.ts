/** What yjs ships for the tests of its own documents, as far as it is used here; it comes without types. */
declare module "yjs/testHelper" {
  import type { PRNG } from "lib0/prng";
  import type * as Y from "yjs";

  /** A document that remembers every update it got. */
  export class TestYInstance extends Y.Doc {
    updates: Uint8Array[];
  }

  /** Carries updates between documents by chance; with one document, nowhere. */
  export class TestConnector {
    constructor(generator: PRNG);
    createY(client: number): TestYInstance;
  }
}

import { daily } from "./daily";
import { environment } from "./environment";
import type { Field } from "./field";
import { housing } from "./housing";
import { mattersHome } from "./mattersHome";
import { mattersOutside } from "./mattersOutside";
import { noise } from "./noise";
import { roads } from "./roads";
import { safetyAndCare } from "./safetyAndCare";
import { streetTrade } from "./streetTrade";
import { water } from "./water";

/** All matters that a district hears of, by the words in which they are told. */
export const thesaurus: readonly Field[] = [
  ...streetTrade,
  ...noise,
  ...water,
  ...roads,
  ...housing,
  ...environment,
  ...safetyAndCare,
  ...daily,
  ...mattersOutside,
  ...mattersHome,
];

import { build } from "../../server/launch.js";
import { requireChromium } from "../chromium.js";

/** Builds what the browser is going to see. */
export default function setup(): void {
  requireChromium();
  build();
}

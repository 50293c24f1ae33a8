import { Transform } from "node:stream";

/**
 * Takes zero bytes out of a page on its way. React 18 sends its text in blocks, and where a character of
 * several bytes does not fit into the rest of one, it sends that rest too, as zeros: in an attribute a browser
 * shows them as �. A page of HTML holds no others.
 */
export function withoutFiller(): Transform {
  return new Transform({
    transform(block: Uint8Array, _encoding, done) {
      done(null, block.includes(0) ? block.filter((byte) => byte !== 0) : block);
    },
  });
}

import "ws";

declare module "ws" {
  /** Exported by the package and missing from its types; what it makes is written to several sockets. */
  export const Sender: {
    frame(
      data: Uint8Array,
      options: { fin: boolean; opcode: number; mask: boolean; readOnly: boolean; rsv1: boolean },
    ): Uint8Array[];
  };
}

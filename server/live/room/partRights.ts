import type { RecordPart } from "~/record/document/parts";
import type { Admission, PartRule } from "../admission";
import type { Connection } from "../connection/connection";

/** Knows who may change which part of a room's record, as its meeting stood when it was last asked. */
export class PartRights {
  #rule: PartRule = () => false;
  #asked = 0;

  constructor(
    readonly room: string,
    readonly epoch: number,
    readonly admission: Pick<Admission, "partRule">,
  ) {}

  /** Asks anew; what was asked last counts, in whatever order the answers come. */
  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const rule = await this.admission.partRule(this.room, this.epoch);
    if (asked === this.#asked) this.#rule = rule;
  }

  /** Whether somebody connected may change a part now. */
  mayWrite({ writer }: Pick<Connection, "writer">, part: RecordPart): boolean {
    return writer !== null && this.#rule(writer, part);
  }
}

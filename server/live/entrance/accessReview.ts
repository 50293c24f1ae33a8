import type { Admission } from "../admission";
import type { Connection } from "../connection/connection";
import type { Engine } from "../engine";
import type { Room } from "../room/room";
import type { RoomPool } from "./roomPool";

/** Asks again for the rights of those who are inside. */
export class AccessReview {
  /** How often rights have been reviewed. */
  count = 0;

  constructor(
    readonly engine: Engine,
    readonly admission: Admission,
    readonly pool: RoomPool,
  ) {}

  /** Reviews the rights of one person, or of everybody; closes each connection whose right has changed. */
  async review(personId?: string): Promise<void> {
    const concerned = this.pool.connections.filter(
      ([, connection]) => personId === undefined || connection.person.personId === personId,
    );
    this.count += 1;
    // Held before the first await: nothing more is accepted under the old right.
    for (const [, connection] of concerned) connection.hold();
    await Promise.all(concerned.map(([room, connection]) => this.#reviewOne(room, connection)));
  }

  async #reviewOne(room: Room, connection: Connection): Promise<void> {
    try {
      const access = await this.admission.recheck(connection.admitted, room.room, room.epoch);
      if (access === "signedOut") connection.close("signedOut");
      else if (!access) connection.close("forbidden");
      else if (access.right !== connection.right) connection.close("rightChanged");
      else connection.writer = access.writer;
    } catch (error) {
      this.engine.log.error({ err: error, person: connection.person.personId }, "right could not be checked");
      connection.close("overloaded");
    }
    connection.release();
  }
}

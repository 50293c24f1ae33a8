import { newId } from "~/ledger/identifier.server";
import { sealText } from "~/ledger/seal.server";
import type { Queries } from "~db/connect";
import { erasedText, erasurePermit } from "~db/schema";
import type { ErasedPlace } from "./importedPlaces.server";

const slice = 100;

/**
 * Writes down what is erased, by place and digest, and lets what is frozen change within `work`: into exactly this, and
 * in this transaction only.
 */
export async function underPermit(
  tx: Queries,
  erasureId: string,
  places: readonly ErasedPlace[],
  work: () => Promise<void>,
): Promise<void> {
  for (let at = 0; at < places.length; at += slice) {
    const some = places.slice(at, at + slice);
    await tx.insert(erasedText).values(
      some.map(({ home, subjectId, field, text }) => {
        const { sealed, length } = sealText(text);
        return { id: newId(), erasureId, home, subjectId, field, digest: sealed, length };
      }),
    );
    await tx
      .insert(erasurePermit)
      .values(some.map(({ home, subjectId, field, becomes }) => ({ home, subjectId, field, becomes })));
  }
  await work();
  await tx.delete(erasurePermit);
}

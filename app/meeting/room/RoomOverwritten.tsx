import { OverwrittenStrip } from "~/meeting/overwritten/OverwrittenStrip";
import { fieldValue } from "~/record/document/fieldValue";
import { listResolutions, listTopics } from "~/record/document/record";
import { useLive, useRecord } from "~/record/live/LiveRecord";
import { useFacts, useUnitName } from "./RoomFacts";

/** The reader's words that others overwrote, with their places as they are in the record now. */
export function RoomOverwritten() {
  const { overwritten, slug } = useFacts();
  const { document } = useLive();
  const unitName = useUnitName();
  const topics = useRecord("topics", (record) => listTopics(record, { withdrawn: true }));
  const resolutions = useRecord("resolutions", (record) =>
    listResolutions(record, undefined, { withdrawn: true }),
  );
  return (
    <OverwrittenStrip
      lines={overwritten}
      record={{ topics, resolutions }}
      now={(place) => fieldValue(document, place)}
      unitName={unitName}
      slug={slug}
    />
  );
}

import { useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { TimeLeft, TimeOfDay } from "~/meeting/room/RoomClock";
import { useFacts } from "~/meeting/room/RoomFacts";
import { useFreshFacts } from "~/meeting/room/useFreshFacts";
import { listResolutions, listTopics, readNotes, readSession } from "~/record/document/record";
import { LiveRecordProvider, useLiveRecord, useLiveStatus, useRecord } from "~/record/live/LiveRecord";
import { ScreenView } from "./ScreenView";

// A screen on the wall has nobody who presses a button.
const comeBackAfter = 15_000;

/** Loads the page anew when the server has closed for good: signed in again, or with newer code, it goes on. */
function useComingBack() {
  const { link } = useLiveStatus();
  useEffect(() => {
    if (link !== "closed") return;
    const timer = setTimeout(() => window.location.reload(), comeBackAfter);
    return () => clearTimeout(timer);
  }, [link]);
}

function LiveScreen() {
  const { t } = useTranslation();
  const { link, hasRecord } = useLiveStatus();
  const topics = useRecord("topics", (document) => listTopics(document));
  const { currentTopicId } = useRecord("session", readSession);
  const at = Math.max(
    0,
    topics.findIndex((topic) => topic.id === currentTopicId),
  );
  const id = topics[at]?.id ?? "";
  const note = useRecord(`notes/${id}`, (document) => (id ? readNotes(document, id) : null), id);
  const resolutions = useRecord("resolutions", (document) => listResolutions(document, id), id);
  const last = useRef<HTMLDivElement>(null);
  useFreshFacts();
  useComingBack();
  // What is being written is at the end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows every change of the words
  useEffect(() => {
    const box = last.current;
    if (!box) return;
    box.toggleAttribute("data-scrolled", box.scrollHeight > box.clientHeight);
    box.scrollTo({ top: box.scrollHeight, behavior: "smooth" });
  }, [note]);
  const lost = hasRecord && link !== "synced" ? t("room.screen.lost") : null;
  return (
    <ScreenView
      topics={topics}
      at={at}
      note={note}
      resolutions={resolutions}
      words={last}
      lost={link === "closed" ? t("room.screen.closed") : lost}
      clock={
        <>
          <TimeLeft />
          <TimeOfDay />
        </>
      }
    />
  );
}

/** The projector with script: follows the room by itself. */
export default function ScreenLive({ still }: { still: React.ReactNode }) {
  const { room, epoch, me } = useFacts();
  const live = useLiveRecord({ room, epoch, personId: me.personId, writes: false });
  if (!live) return still;
  return (
    <LiveRecordProvider value={live}>
      <WhenReady still={still} />
    </LiveRecordProvider>
  );
}

function WhenReady({ still }: { still: React.ReactNode }) {
  const { hasRecord } = useLiveStatus();
  return hasRecord ? <LiveScreen /> : still;
}

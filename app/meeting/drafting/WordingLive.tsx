import type { Editor } from "@tiptap/core";
import { useMemo, useState } from "react";
import { RoomNotice } from "~/meeting/room/RoomNotice";
import { RoomSaved } from "~/meeting/room/RoomSaved";
import { useHandIn } from "~/meeting/room/useHandIn";
import { readWording, wordingId } from "~/record/document/record";
import { TopicToolbar } from "~/record/editor/TopicToolbar";
import { takesEdits } from "~/record/live/connectionStatus";
import {
  LiveRecordProvider,
  useLive,
  useLiveRecord,
  useLiveStatus,
  useRecord,
} from "~/record/live/LiveRecord";
import { useHandover } from "~/record/live/useHandover";
import type { WordedTopicView, WordingPage } from "./showWording.server";
import { WordingStill } from "./WordingStill";
import { WordingTopic } from "./WordingTopic";

interface OneProps {
  page: WordingPage;
  view: WordedTopicView;
  ordinal: number;
  isOpen: boolean;
  onOpen: () => void;
}

function One({ page, view, ordinal, isOpen, onOpen }: OneProps) {
  const { writes } = useLive();
  const [editor, setEditor] = useState<Editor | null>(null);
  const { id } = view.topic;
  const wording = useRecord(`notes/${wordingId(id)}`, (document) => readWording(document, id));
  return (
    <WordingTopic
      slug={page.meeting.slug}
      view={view}
      ordinal={ordinal}
      wording={wording}
      writes={writes}
      isOpen={isOpen && writes && wording !== null}
      onOpen={onOpen}
      onEditor={setEditor}
      tools={<TopicToolbar editor={editor} />}
    />
  );
}

function Topics({ page }: { page: WordingPage }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {page.topics.map((view, at) => (
        <One
          key={view.topic.id}
          page={page}
          view={view}
          ordinal={at + 1}
          isOpen={open === view.topic.id}
          onOpen={() => setOpen(view.topic.id)}
        />
      ))}
    </>
  );
}

type Late = Parameters<typeof RoomNotice>[0];

function WhenReady({ page, late }: { page: WordingPage; late: Late }) {
  const live = useLive();
  const status = useLiveStatus();
  const writes = live.writes && takesEdits(status);
  const usable = useMemo(() => ({ ...live, writes }), [live, writes]);
  if (!status.hasRecord && status.link !== "closed") return <WordingStill page={page} />;
  return (
    <LiveRecordProvider value={usable}>
      <RoomNotice {...late} />
      <RoomSaved />
      <Topics page={page} />
    </LiveRecordProvider>
  );
}

/** The words of the minutes with script: written together, as the record is. */
export default function WordingLive({ page }: { page: WordingPage }) {
  const { room, epoch, me, writes } = page;
  const entrance = { room, epoch, personId: me.personId, writes };
  const live = useLiveRecord(entrance);
  const handover = useHandover(entrance, live);
  const handIn = useHandIn(page.meeting.slug, live);
  if (!live) return <WordingStill page={page} />;
  return (
    <LiveRecordProvider value={live}>
      <WhenReady page={page} late={{ handover, handIn }} />
    </LiveRecordProvider>
  );
}

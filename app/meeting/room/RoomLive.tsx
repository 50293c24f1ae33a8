import type { Editor } from "@tiptap/core";
import { useCallback, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { isDecided } from "~/meeting/conduct/topic";
import { newRecordId } from "~/record/document/newRecordId";
import { addResolution, listResolutions, listTopics } from "~/record/document/record";
import { useMentionNames } from "~/record/editor/MentionNames";
import { selectedWords } from "~/record/editor/selectedWords";
import { takesEdits } from "~/record/live/connectionStatus";
import {
  LiveRecordProvider,
  useLive,
  useLiveRecord,
  useLiveStatus,
  useRecord,
} from "~/record/live/LiveRecord";
import { useHandover } from "~/record/live/useHandover";
import { RoomPeople } from "./people/RoomPeople";
import { RoomAgenda } from "./RoomAgenda";
import { TimeOfDay, TopicTimer } from "./RoomClock";
import { RoomElsewhere } from "./RoomElsewhere";
import { useFacts } from "./RoomFacts";
import { RoomFrame, type RoomPane } from "./RoomFrame";
import { RoomHead } from "./RoomHead";
import { RoomLead } from "./RoomLead";
import { RoomMaterials } from "./RoomMaterials";
import { type Late, RoomNotice } from "./RoomNotice";
import { RoomOverwritten } from "./RoomOverwritten";
import { RoomRecord } from "./RoomRecord";
import { RoomResolutions } from "./RoomResolutions";
import { RoomSaved } from "./RoomSaved";
import { RoomStill } from "./RoomStill";
import { TurnQuestion } from "./TurnQuestion";
import { useFreshFacts } from "./useFreshFacts";
import { useHandIn } from "./useHandIn";
import { useMayWrite, useUndoWithinRights } from "./useMayWrite";
import { useOpenTopic } from "./useOpenTopic";
import { useRoomKeys } from "./useRoomKeys";

/** Adds a resolution, made of words or empty, and moves the focus to it before another key can be pressed. */
function useNewResolution(topicId: string | null, show: () => void) {
  const { document, undo } = useLive();
  const adds = useMayWrite()({ kind: "resolutions", topicId });
  return useCallback(
    (text = "") => {
      if (!topicId || !adds) return;
      const id = newRecordId();
      undo.step();
      // Drawn at once: what is typed before a slip has the focus would act as keys of the room.
      flushSync(() => {
        addResolution(document, { id, topicId, text });
        show();
      });
      const slip = window.document.getElementById(`resolution-${id}`);
      slip?.querySelector<HTMLElement>(text ? "select" : "textarea")?.focus();
      slip?.scrollIntoView({ block: "nearest" });
    },
    [document, undo, adds, topicId, show],
  );
}

/** Topics on which something is still to be decided. */
function useUndecided(): number {
  const { outcomes } = useFacts();
  const ids = useRecord("topics", (document) =>
    listTopics(document)
      .filter((topic) => isDecided(topic.kind))
      .map((topic) => topic.id),
  );
  return ids.filter((id) => !outcomes.some((one) => one.topicId === id)).length;
}

/** The materials stand beside the record where the page is wide, and in a tab of their own where it is narrow. */
function useMaterialsPane(pane: RoomPane, setPane: (pane: RoomPane) => void) {
  const [beside, setBeside] = useState(false);
  const open = beside || pane === "materials";
  function turn() {
    const isWide = window.matchMedia("(min-width: 64rem)").matches;
    if (isWide) setBeside(!open);
    if (pane === "materials") setPane("record");
    else if (!isWide) setPane("materials");
  }
  return { open, turn };
}

function Room({ late }: { late: Late }) {
  const { undo } = useLive();
  const open = useOpenTopic();
  const names = useMentionNames();
  const [pane, setPane] = useState<RoomPane>("record");
  const [editor, setEditor] = useState<Editor | null>(null);
  const count = useRecord(
    "resolutions",
    (document) => (open.id ? listResolutions(document, open.id).length : 0),
    open.id ?? "",
  );
  const undecided = useUndecided();
  const add = useNewResolution(
    open.id,
    useCallback(() => setPane("resolutions"), []),
  );
  const materials = useMaterialsPane(pane, setPane);
  const openFromAgenda = (id: string) => {
    open.to(id);
    setPane("record");
  };
  useFreshFacts();
  useUndoWithinRights();
  const [turning, setTurning] = useState<string | null>(null);
  useRoomKeys({ open, editor, add, turn: setTurning, undo: undo.record, materials: materials.turn });
  return (
    <RoomFrame
      pane={pane}
      onPane={setPane}
      count={count}
      head={
        <RoomHead undecided={undecided}>
          <TopicTimer />
          <RoomLead currentId={open.currentId} />
          <RoomPeople onOpen={openFromAgenda} />
          <RoomSaved />
          <TimeOfDay />
        </RoomHead>
      }
      notice={
        <>
          <RoomNotice {...late} />
          <RoomOverwritten />
          <RoomElsewhere open={open} />
          <TurnQuestion topicId={turning} onClose={() => setTurning(null)} />
        </>
      }
      materials={materials.open && <RoomMaterials topicId={open.id} onClose={materials.turn} />}
      agenda={<RoomAgenda openId={open.id} onOpen={openFromAgenda} />}
      record={
        <RoomRecord
          open={open}
          editor={editor}
          onEditor={setEditor}
          onMaterials={materials.turn}
          onResolve={() => add(editor ? selectedWords(editor.state, (one) => names.nameOf(one)?.zh) : "")}
        />
      }
      resolutions={<RoomResolutions topicId={open.id} onAdd={() => add()} />}
    />
  );
}

function RoomWhenReady({ late }: { late: Late }) {
  const live = useLive();
  const status = useLiveStatus();
  const writes = live.writes && takesEdits(status);
  const usable = useMemo(() => ({ ...live, writes }), [live, writes]);
  // Before anything is known the last written record is better than an empty page.
  if (!status.hasRecord && status.link !== "closed") return <RoomStill connecting />;
  return (
    <LiveRecordProvider value={usable}>
      <Room late={late} />
    </LiveRecordProvider>
  );
}

/** The room with script: the live record, written by several people at once. */
export default function RoomLive() {
  const { slug, room, epoch, me, writes } = useFacts();
  const entrance = { room, epoch, personId: me.personId, writes };
  const live = useLiveRecord(entrance);
  const handover = useHandover(entrance, live);
  const handIn = useHandIn(slug, live);
  if (!live) return <RoomStill connecting />;
  return (
    <LiveRecordProvider value={live}>
      <RoomWhenReady late={{ handover, handIn }} />
    </LiveRecordProvider>
  );
}

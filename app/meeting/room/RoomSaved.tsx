import { useEffect, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { type LiveStatus, type SavedWord, savedWord } from "~/record/live/connectionStatus";
import { useLive, useLiveStatus } from "~/record/live/LiveRecord";
import { Shape, type ShapeName } from "~/ui/Shape";
import type { Tone } from "~/ui/StateTag";

const looks: Record<SavedWord, { tone: Tone; shape: ShapeName }> = {
  connecting: { tone: "neutral", shape: "circle" },
  saved: { tone: "good", shape: "check" },
  saving: { tone: "info", shape: "half" },
  offline: { tone: "warn", shape: "triangle" },
  closed: { tone: "bad", shape: "cross" },
  reading: { tone: "neutral", shape: "disc" },
};

// A healthy server answers within this; a word that came and went with every key would be noise.
const patience = 700;

/** The word to show: "saving" only when it takes a moment. */
function useSettledWord(status: LiveStatus, writes: boolean): SavedWord {
  const word = savedWord(status, writes);
  const [shown, setShown] = useState(word);
  const waits = word === "saving" && shown === "saved";
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setShown("saving"), patience);
    return () => clearTimeout(timer);
  }, [waits]);
  if (!waits && shown !== word) setShown(word);
  return waits ? shown : word;
}

/** Whether what was written is stored: always on the page, and said aloud when it changes for the worse. */
export function RoomSaved() {
  const { writes } = useLive();
  const status = useLiveStatus();
  const { t } = useTranslation();
  const word = useSettledWord(status, writes);
  const { tone, shape } = looks[word];
  const count = status.pending + status.drafts;
  const key = word === "offline" && count > 0 ? (status.kept ? "offlineKept" : "offlineHere") : word;
  return (
    <p className={`room-saved tag tone-${tone}`} data-saved={word} role="status">
      <Shape name={shape} />
      <span className="tag-word">{t(`room.saved.${key}`, { count })}</span>
    </p>
  );
}

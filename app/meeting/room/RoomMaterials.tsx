import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { TopicMaterialsView } from "~/meeting/materials/TopicMaterialsView";
import type { TopicMaterials } from "~/meeting/materials/topicMaterials.server";
import { topicById } from "~/record/document/record";
import { useLiveStatus, useRecord } from "~/record/live/LiveRecord";
import { Button } from "~/ui/Button";
import { useFacts } from "./RoomFacts";
import { useMaterialsWidth } from "./useMaterialsWidth";
import "./materialsPane.css";

/** Fetches what is at hand on a topic when it is opened, and again when the server says that something has changed. */
function useMaterials(slug: string, topicId: string | null) {
  const { load, data, state } = useFetcher<TopicMaterials>();
  const { news } = useLiveStatus();
  const facts = news?.facts ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: new facts are a reason to ask again
  useEffect(() => {
    if (topicId) load(meetingAddress({ slug }, `materials?topic=${encodeURIComponent(topicId)}`));
  }, [slug, topicId, facts, load]);
  return { materials: data?.topicId === topicId ? data : null, isComing: state !== "idle" };
}

/** Props of {@link RoomMaterials}. */
export interface RoomMaterialsProps {
  topicId: string | null;
  onClose: () => void;
}

/** What is at hand on the open topic, read beside the record. */
export function RoomMaterials({ topicId, onClose }: RoomMaterialsProps) {
  const { slug } = useFacts();
  const { t } = useTranslation();
  const pane = useRef<HTMLElement>(null);
  const { width, ...edge } = useMaterialsWidth(pane);
  const { materials, isComing } = useMaterials(slug, topicId);
  const title = useRecord(
    "topics",
    (document) => (topicId ? (topicById(document, topicId)?.title ?? "") : ""),
    topicId ?? "",
  );
  return (
    <section
      className="room-pane room-materials"
      id="pane-materials"
      aria-label={t("room.pane.materials")}
      ref={pane}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a line that is drawn, with a value */}
      <div
        className="materials-edge"
        role="separator"
        aria-orientation="vertical"
        aria-label={t("room.materials.width")}
        aria-valuenow={width}
        tabIndex={0}
        {...edge}
      />
      <h2 className="pane-head">
        {t("room.pane.materials")}
        <span className="pane-note">{title}</span>
        <Button type="button" variant="quiet" size="small" onClick={onClose}>
          {t("ui.close")}
        </Button>
      </h2>
      {materials ? (
        <TopicMaterialsView slug={slug} materials={materials} />
      ) : (
        <p className="pane-empty" role="status">
          {isComing ? t("room.materials.coming") : t("room.materials.none")}
        </p>
      )}
    </section>
  );
}

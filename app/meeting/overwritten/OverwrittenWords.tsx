import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { FieldPlace, FieldValue } from "~/record/document/fieldPlace";
import { type PowerField, type ResourceKind, resourceKinds } from "~/record/document/record";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import type { Hand, OverwrittenLine, placeNames } from "./overwritten";

// What is longer is read in full where it is put back, or in the history.
const longest = 120;

/** Writes what stood in a field as a sentence quotes it. */
export function useFieldWords(unitName: (id: string) => string) {
  const { t, i18n } = useTranslation();
  return ({ field }: Pick<FieldPlace, "field">, value: FieldValue, most = longest): string => {
    if (typeof value === "number") return t("room.minutes", { minutes: value });
    if (typeof value !== "string") return value.map(unitName).join(t("room.comma"));
    if (field === "leadUnitId") return unitName(value);
    if (field === "dueDate" || field === "checkBackDate") return writtenDay(value, i18n.language);
    if (field === "resourceKind" && (resourceKinds as readonly string[]).includes(value))
      return t(`room.resource.${value as ResourceKind}`);
    return value.length > most ? `${[...value].slice(0, most).join("")}…` : value;
  };
}

/** Names the place of overwritten words: the topic or the resolution, and the field in it. */
export function usePlaceWords() {
  const { t } = useTranslation();
  const fieldName = ({ kind, field }: FieldPlace) => {
    if (kind === "cells") return t("overwritten.cells");
    if (kind === "milestone") return t("room.part.milestones");
    if (kind === "topic")
      return t(field === "title" || field === "presenter" ? `room.topic.${field}` : "room.topic.minutes");
    switch (field) {
      case "leadUnitId":
        return t("room.part.leadUnit");
      case "assistingUnitIds":
        return t("room.part.assisting");
      case "resourceKind":
      case "resourceText":
        return t("room.part.resource");
      default:
        return t(
          `room.part.${field as "text" | "residentText" | "dueDate" | "measure" | "evidence" | "checkBackDate" | PowerField}`,
        );
    }
  };
  return ({ place }: Pick<OverwrittenLine, "place">, { topic, number }: ReturnType<typeof placeNames>) => {
    if (place.kind === "gone") return t("overwritten.gone");
    const field = fieldName(place);
    const within = number === null ? field : t("overwritten.slip", { number, field });
    return t("overwritten.place", { topic: topic || t("room.untitled"), field: within });
  };
}

/** Names somebody with their unit. */
export function useHandName(): (hand: Hand | null) => string {
  const { t, i18n } = useTranslation();
  return (hand) => {
    if (!hand) return t("overwritten.somebody");
    const { name, unit } = hand;
    return unit ? t("overwritten.by", { name, unit: named(unit, i18n.language) }) : name;
  };
}

/** The two answers to overwritten words, where the reader may give them. */
export function SettleWords({ line, action }: { line: OverwrittenLine; action: string }) {
  const { t } = useTranslation();
  if (!line.settles || line.state === "putBack") return null;
  return (
    <OnceForm action={action} preventScrollReset className="overwritten-acts">
      <input type="hidden" name="wordsId" value={line.id} />
      {line.place.kind !== "gone" && (
        <Button size="small" name="intent" value="putWordsBack">
          {t("overwritten.putBack")}
        </Button>
      )}
      {line.state === "waiting" && (
        <Button size="small" variant="quiet" name="intent" value="letWordsGo">
          {t("overwritten.letGo")}
        </Button>
      )}
    </OnceForm>
  );
}

import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import type { SignOffStanding } from "~/meeting/approval/signOffStanding";
import type { Paper } from "~/meeting/minutes/paper";
import { wordPaper } from "~/meeting/minutes/paperBlocks";
import { NotesDifference } from "~/record/difference/NotesDifference";
import { blockDifference, type NoteBlock } from "~/record/difference/noteBlocks";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { PlainText } from "~/ui/form/PlainText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { OnceForm } from "~/ui/OnceForm";
import { Person } from "~/ui/Person";
import { StateTag, type Tone } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import type { DoneBy, ShownSignOff } from "./showSignOff.server";

const tones: Record<SignOffStanding, Tone> = {
  none: "neutral",
  proposed: "info",
  changed: "warn",
  signed: "good",
  outdated: "warn",
  returned: "warn",
  takenBack: "warn",
};

/** Props of {@link SignOff}. */
export interface SignOffProps {
  signOff: ShownSignOff;
  /** The minutes as they read now. */
  paper: Paper;
  now: string;
  refusal?: Refusal;
}

/** 送签、签批: whether the chair has signed the minutes as they read, and what can be done about it. */
export function SignOff({ signOff, paper, now, refusal }: SignOffProps) {
  const { t } = useTranslation();
  const { standing, can, answered, before, proposed, demanded } = signOff;
  return (
    <section className="section stack no-print" id="sign-off" aria-labelledby="sign-off-title">
      <h2 id="sign-off-title">{t("signOff.title")}</h2>
      <p className="cluster">
        <StateTag tone={tones[standing]}>{t(`signOff.standing.${standing}`)}</StateTag>
        {(standing === "proposed" || standing === "changed") && proposed && <Who by={proposed} now={now} />}
        {(standing === "signed" || standing === "outdated" || standing === "returned") && answered && (
          <Who by={answered} now={now} />
        )}
        {standing === "none" && demanded && <span className="muted">{t("signOff.demanded")}</span>}
      </p>
      {standing === "returned" && answered && (
        <p className="prose">
          <Words text={answered.words} />
        </p>
      )}
      {before && <Changed before={before} now={paper} />}
      <div className="cluster">
        {can.propose && <Propose anyway={refusal?.code === "beingWritten"} />}
        {can.answer && standing === "proposed" && <Sign signOff={signOff} />}
        {can.answer && <Return signOff={signOff} />}
      </div>
    </section>
  );
}

function Who({ by, now }: { by: DoneBy; now: string }) {
  const { i18n } = useTranslation();
  return (
    <span className="muted">
      <Person name={by.name} post={named(by.post, i18n.language)} />{" "}
      <DateText value={by.at} now={now} withTime />
    </span>
  );
}

/** What the chair was asked to sign, against what stands there by now. */
function Changed({ before, now }: { before: Paper; now: Paper }) {
  const { t, i18n } = useTranslation();
  const linesOf = (paper: Paper): NoteBlock[] => {
    const { body, attendance } = wordPaper(paper, t, i18n.language);
    const roll = attendance.map(({ label, people }) => `${label} ${people.join(t("session.semicolon"))}`);
    return [...body.map(({ text }) => text), ...roll].map((text) => ({
      kind: "paragraph",
      depth: 0,
      text,
      form: "",
    }));
  };
  return (
    <details>
      <summary>{t("signOff.changed")}</summary>
      <NotesDifference lines={blockDifference(linesOf(before), linesOf(now))} />
    </details>
  );
}

function Propose({ anyway }: { anyway: boolean }) {
  const { t } = useTranslation();
  return (
    <OnceForm preventScrollReset>
      {anyway && <input type="hidden" name="anyway" value="yes" />}
      <Button variant="primary" name="intent" value="propose">
        {t(anyway ? "signOff.proposeAnyway" : "signOff.propose")}
      </Button>
    </OnceForm>
  );
}

function Sign({ signOff: { sha256 } }: { signOff: ShownSignOff }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="primary"
      label={t("signOff.sign")}
      consequence={<p>{t("signOff.signText")}</p>}
      action=""
      name="intent"
      value="sign"
      hidden={{ sha256 }}
    >
      <PlainText
        name="password"
        type="password"
        label={t("signOff.password")}
        required
        size="medium"
        autoComplete="current-password"
      />
    </ConfirmButton>
  );
}

function Return({ signOff: { sha256 } }: { signOff: ShownSignOff }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="secondary"
      label={t("signOff.return")}
      consequence={<p>{t("signOff.returnText")}</p>}
      action=""
      name="intent"
      value="returnMinutes"
      hidden={{ sha256 }}
    >
      <PlainTextArea name="words" label={t("signOff.words")} required maxLength={500} />
    </ConfirmButton>
  );
}

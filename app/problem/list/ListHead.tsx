import { meetingAddress } from "~/address/meetings";
import { listsAddress, listTemplateAddress, versionsAddress } from "~/address/problems";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { ListTag } from "~/problem/StateTags";
import { OutcomeTag } from "~/problem/version/VersionTable";
import { buttonClass } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { ExportLink } from "~/ui/ExportLink";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { Meter } from "~/ui/Meter";
import { PageHead } from "~/ui/PageHead";
import { pageAddress } from "./listPage";
import type { ListView } from "./showList.server";

interface HeadProps {
  view: ListView;
  now: string;
  /** The address of this list. */
  here: string;
  /** The street may ask for a late problem to be taken. */
  late?: boolean;
}

function ReturnButton({ view }: { view: ListView }) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useCodeNames("returnReasons");
  return (
    <ConfirmButton
      label={t("problem.list.return")}
      consequence={<p>{t("problem.list.returnText", { street: named(view.street.name, i18n.language) })}</p>}
      action=""
      name="intent"
      value="return"
    >
      <PlainSelect
        name="code"
        label={t("problem.list.returnCode")}
        options={view.returnReasons.map((code) => ({ value: code, label: nameOf(code) }))}
      />
      <PlainTextArea name="reason" label={t("problem.list.returnReason")} required maxLength={500} />
    </ConfirmButton>
  );
}

function AcceptButton({ view }: { view: ListView }) {
  const { t, i18n } = useTranslation();
  return (
    <ConfirmButton
      variant="primary"
      label={t("lists.version.accept")}
      consequence={<p>{t("lists.version.acceptText", { street: named(view.street.name, i18n.language) })}</p>}
      action=""
      name="intent"
      value="accept"
    />
  );
}

function useMissing({ view, here }: Pick<HeadProps, "view" | "here">) {
  const { t } = useTranslation();
  return view.lacking.map(({ requirement, count, first }) => ({
    label: t("problem.list.missingCount", { what: t(`problem.requirement.${requirement}`), count }),
    href: `${here}?edit=${first}`,
  }));
}

/** What follows when the list is sent, or what is missing before it can be. */
function SubmitText(props: Pick<HeadProps, "view" | "here">) {
  const { t } = useTranslation();
  const { view } = props;
  const { need, have } = view.progress;
  const missing = useMissing(props);
  if (have === need) return <p>{t("problem.list.submitText", { count: view.count })}</p>;
  return (
    <>
      <p>{t("problem.list.submitLacking", { count: need - have })}</p>
      <ul>
        {missing.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Actions({ view, here, late }: HeadProps) {
  const { t } = useTranslation();
  const { can } = view;
  return (
    <>
      {can.submit && view.count > 0 && (
        <ConfirmButton
          variant={view.progress.have === view.progress.need ? "primary" : "secondary"}
          label={t("problem.list.submit")}
          consequence={<SubmitText view={view} here={here} />}
          action=""
          name="intent"
          value="submit"
        />
      )}
      {can.propose && (
        <ButtonLink variant="primary" to={`${here}?propose`}>
          {t("collect.propose")}
        </ButtonLink>
      )}
      {can.add && <ButtonLink to={`${here}?add`}>{t("problem.list.add")}</ButtonLink>}
      {late && view.list.state !== "returned" && (
        <ButtonLink to={`${here}/late`}>{t("problem.late.askNew")}</ButtonLink>
      )}
      {can.import && <ButtonLink to={`${here}/import`}>{t("problem.list.import")}</ButtonLink>}
      {can.add && view.rows.length > 1 && (
        <ButtonLink to={pageAddress(here, view.page.at, { choose: "" })}>
          {t("problem.list.choose")}
        </ButtonLink>
      )}
      {can.import && (
        <a className={buttonClass("quiet")} href={listTemplateAddress}>
          {t("problem.list.template")}
        </a>
      )}
      {can.accept && view.versions?.outcome === "waiting" && <AcceptButton view={view} />}
      {can.return && <ReturnButton view={view} />}
      {view.count > 0 && <ExportLink to={`${here}/list.xlsx`} />}
      {view.count > 0 && view.sketch.length > 0 && (
        <ButtonLink variant="quiet" to={`${here}/map`}>
          {t("sketch.list.link")}
        </ButtonLink>
      )}
      {view.versions && (
        <ButtonLink variant="quiet" to={versionsAddress(view.day.month, view.street.slug)}>
          {t("lists.version.open", { count: view.versions.count })}
        </ButtonLink>
      )}
    </>
  );
}

function nextKey(view: ListView) {
  const { stage } = view.day;
  if (view.list.state === "submitted" && view.versions?.outcome === "waiting") return "waiting";
  if (view.list.state !== "draft") return view.list.state;
  if (stage === "planned") return "planned";
  return stage === "collecting" ? "draft" : "over";
}

/** The head of a street's list: its state, what happens next, and what can be done with it as a whole. */
export function ListHead(props: HeadProps) {
  const { view, now } = props;
  const { t, i18n } = useTranslation();
  const street = named(view.street.name, i18n.language);
  const key = nextKey(view);
  const byStreet = key === "draft" || key === "returned";
  const month = writtenMonth(view.day.month, i18n.language, true);
  const day = { label: t("problem.list.day", { month }), to: meetingAddress({ slug: view.day.month }) };
  const lists = { label: t("problem.list.allLists"), to: listsAddress(view.day.month) };
  return (
    <PageHead
      title={t("problem.list.title", { street })}
      number={day.label}
      state={
        <>
          <ListTag state={view.list.state} />
          {view.list.state === "submitted" && view.versions && <OutcomeTag outcome={view.versions.outcome} />}
        </>
      }
      crumbs={view.can.seeAll ? [day, lists] : [day]}
      next={{
        what: t(`problem.list.next.${key}`),
        who:
          key === "over" || key === "planned"
            ? undefined
            : byStreet
              ? t("problem.list.who.street", { street })
              : t("problem.list.who.office"),
        by:
          byStreet && view.day.stage === "collecting" ? (
            <DateText value={view.day.closesOn} now={now} withDistance />
          ) : undefined,
      }}
      actions={<Actions {...props} />}
    />
  );
}

/** What is needed before the list can be submitted, each kind with how many problems lack it. */
export function ListMeter({ view, here }: Pick<HeadProps, "view" | "here">) {
  const { t } = useTranslation();
  const missing = useMissing({ view, here });
  return (
    <Meter
      label={t("problem.list.meter")}
      have={view.progress.have}
      need={view.progress.need}
      missing={missing}
    />
  );
}

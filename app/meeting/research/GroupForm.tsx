import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { PlainCheck } from "~/ui/form/PlainCheck";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import { useRefusedForm } from "~/ui/typed";
import { Words } from "~/ui/Words";
import { longestBrief } from "./researchForm";
import type { Member, ResearchPage } from "./showResearch.server";

/** Who goes, and what for; who holds the meeting says both. */
export function Group({ page }: { page: ResearchPage }) {
  const { t } = useTranslation();
  const { members, brief, can } = page;
  return (
    <section className="section stack-tight">
      <h2>{t("research.group")}</h2>
      {brief.text && (
        <p className="as-written prose">
          <Words text={brief.text} />
        </p>
      )}
      {members.length === 0 && <p className="muted">{t("research.noMembers")}</p>}
      <ul className="research-members">
        {members.map((member) => (
          <MemberLine key={member.id} member={member} removes={can.lead} />
        ))}
      </ul>
      {can.lead && (
        <div className="cluster">
          <AddMember page={page} />
          <ChangeBrief page={page} />
        </div>
      )}
    </section>
  );
}

function MemberLine({ member, removes }: { member: Member; removes: boolean }) {
  const { t, i18n } = useTranslation();
  const { unit, title, holders, leads } = member;
  return (
    <li className="cluster">
      <span>
        {named(unit.name, i18n.language)} {named(title, i18n.language)} {holders.join(t("research.comma"))}
      </span>
      {leads && <StateTag tone="info">{t("research.lead")}</StateTag>}
      {removes && (
        <OnceForm className="no-print" preventScrollReset>
          <input type="hidden" name="postId" value={member.id} />
          <Button
            size="small"
            variant="quiet"
            name="intent"
            value="removeMember"
            aria-label={t("research.removeOf", { name: holders.join(t("research.comma")) })}
          >
            {t("research.remove")}
          </Button>
        </OnceForm>
      )}
    </li>
  );
}

function AddMember({ page }: { page: ResearchPage }) {
  const { t, i18n } = useTranslation();
  const options = page.posts.map(({ id, unit, title, holders }) => ({
    value: id,
    label: `${named(title, i18n.language)} ${holders.join(t("research.comma"))}`,
    group: named(unit.name, i18n.language),
  }));
  return (
    <FoldForm
      label={t("research.add")}
      hidden={{ intent: "setMember" }}
      submit={<Button>{t("research.addSubmit")}</Button>}
    >
      <PlainSelect name="postId" label={t("research.post")} options={options} required />
      <PlainCheck name="leads" label={t("research.leads")} />
    </FoldForm>
  );
}

function ChangeBrief({ page }: { page: ResearchPage }) {
  const { t } = useTranslation();
  const { text, version } = page.brief;
  const refused = useRefusedForm({ intent: "brief" });
  return (
    <details className="fold no-print" open={refused && true} key={version}>
      <summary className="btn btn-secondary btn-small">{t("research.brief")}</summary>
      <OnceForm className="fold-form fold-body" preventScrollReset>
        <Meanwhile
          now={{ version, values: { brief: text } }}
          labels={{ brief: t("research.brief") }}
          answer={refused}
        />
        <PlainTextArea
          name="brief"
          label={t("research.brief")}
          hint={t("research.briefHint")}
          defaultValue={refused?.typed.brief ?? text}
          maxLength={longestBrief}
          rows={5}
          wide
        />
        <div className="form-actions">
          <Button name="intent" value="brief">
            {t("session.save")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}

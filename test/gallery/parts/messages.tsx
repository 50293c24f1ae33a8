import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { ErrorPage } from "~/ui/frame/ErrorPage";
import { FailedPage } from "~/ui/frame/FailedPage";
import { KeptBar } from "~/ui/frame/KeptBar";
import { UnsentNotice } from "~/ui/frame/UnsentNotice";
import { KeptNotice } from "~/ui/KeptNotice";
import { forgetWords, keepWords, openKeptWords } from "~/ui/keptWords";
import { Meter } from "~/ui/Meter";
import { Notice } from "~/ui/Notice";
import { RefusalNotice } from "~/ui/RefusalNotice";
import type { Part, Wording } from "../part";

export const notice: Part = {
  info: {
    show: ({ say }) => (
      <Notice>{say("清单窗口 11月10日 关闭。", "The window for lists closes on 10 November.")}</Notice>
    ),
  },
  success: {
    show: ({ say }) => <Notice tone="success">{say("清单已报送。", "The list has been sent.")}</Notice>,
  },
  ownTitle: {
    show: ({ say }) => (
      <Notice title={say("请注意", "Please note")}>
        <p>{say("纪要正在更正。", "The minutes are being amended.")}</p>
        <p>{say("更正签发以前，以原纪要为准。", "Until that is issued, the earlier minutes hold.")}</p>
      </Notice>
    ),
  },
};

export const refusalNotice: Part = {
  plain: { show: () => <RefusalNotice messageKey="refusal.changedMeanwhile" /> },
  withValues: {
    show: () => <RefusalNotice messageKey="refusal.noQuorum" values={{ needed: 4, present: 2 }} />,
  },
};

const lamp = (say: Wording["say"]) => ({
  seen: { title: say("路灯", "Lamps") },
  now: { title: say("路灯整夜不亮", "Lamps are out all night") },
  mine: { title: say("路灯时亮时灭", "Lamps flicker") },
});

const overtaken = (say: Wording["say"], touched: boolean) => {
  const { seen, now, mine } = lamp(say);
  const touch = { by: say("周到", "Zhou Dao"), at: "2026-11-10T02:32:00.000Z" };
  return (
    <form>
      <Meanwhile
        now={{ version: 3, values: touched ? now : seen }}
        labels={{ title: say("名称", "Name") }}
        answer={{
          refusal: { code: "changedMeanwhile", touched: { title: touch } },
          meanwhile: { seen, mine },
        }}
      />
    </form>
  );
};

export const meanwhile: Part = {
  apart: { show: ({ say }) => overtaken(say, true) },
  narrow: { show: ({ say }) => overtaken(say, true), narrow: true },
  elsewhere: { show: ({ say }) => overtaken(say, false) },
};

const again = () => undefined;

export const keptNotice: Part = {
  plain: { show: () => <KeptNotice at="2026-11-10T02:32:00.000Z" giveUp={again} /> },
};

export const unsentNotice: Part = {
  offline: { show: () => <UnsentNotice reason="offline" writes again={again} /> },
  signedOut: { show: () => <UnsentNotice reason="signedOut" writes again={again} />, narrow: true },
  fetching: { show: () => <UnsentNotice reason="offline" writes={false} again={again} /> },
};

function KeptElsewhere({ form }: { form: string }) {
  const { pathname: path } = useLocation();
  useEffect(() => {
    openKeptWords("gallery");
    const words = { at: "2026-11-10T02:32:00.000Z", values: {}, was: {}, about: {} };
    keepWords({ id: "gallery", path, search: "", label: form, ...words });
    return () => forgetWords("gallery");
  }, [path, form]);
  return <KeptBar />;
}

export const keptBar: Part = {
  plain: { show: ({ say }) => <KeptElsewhere form={say("添加问题", "Add a problem")} />, whole: true },
};

export const emptyState: Part = {
  titleOnly: { show: ({ say }) => <EmptyState title={say("没有待办事项。", "Nothing waits for you.")} /> },
  teaching: {
    show: ({ say }) => (
      <EmptyState
        title={say("本月还没有问题。", "There is no problem this month.")}
        action={
          <ButtonLink variant="primary" to="/desk">
            {say("添加问题", "Add a problem")}
          </ButtonLink>
        }
      >
        <p>{say("街镇在征集期内填报，会商办筛选。", "The street lists them while the window is open.")}</p>
      </EmptyState>
    ),
  },
};

export const errorPage: Part = {
  anything: {
    show: ({ say }) => (
      <ErrorPage
        code={409}
        title={say("内容刚刚被修改过", "It has just been changed")}
        text={say("请看过新的内容后再试。", "Read what is new, then try again.")}
        home="/desk"
      />
    ),
  },
};

export const failedPage: Part = {
  notFound: { failure: 404, show: () => <FailedPage /> },
  notAllowed: { failure: 403, show: () => <FailedPage home="/desk" /> },
  notUnderstood: { failure: 400, show: () => <FailedPage /> },
  broken: { failure: 503, show: () => <FailedPage /> },
};

export const meter: Part = {
  some: {
    show: ({ say }) => (
      <Meter
        label={say("报送前要齐全的内容", "What a list needs")}
        have={3}
        need={5}
        missing={[
          { label: say("牵头单位", "Lead unit"), href: "#lead" },
          { label: say("法律依据", "Legal basis") },
        ]}
      />
    ),
  },
  complete: {
    show: ({ say }) => <Meter label={say("报送前要齐全的内容", "What a list needs")} have={5} need={5} />,
  },
  nothingNeeded: {
    show: ({ say }) => <Meter label={say("报送前要齐全的内容", "What a list needs")} have={0} need={0} />,
  },
};

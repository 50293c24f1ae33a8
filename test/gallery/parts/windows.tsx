import { useRef } from "react";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Drawer } from "~/ui/Drawer";
import { GoTo } from "~/ui/frame/GoTo";
import { KeysDialog } from "~/ui/frame/KeysDialog";
import { Modal } from "~/ui/Modal";
import { ModalBox } from "~/ui/ModalBox";
import type { Part, Wording } from "../part";

const Inside = ({ wording: { say }, close }: { wording: Wording; close?: () => void }) => (
  <div className="stack">
    <div className="field">
      <label className="field-label" htmlFor="what">
        {say("事由", "Matter")}
      </label>
      <textarea className="input input-full" id="what" rows={3} />
    </div>
    <div className="form-actions">
      <Button variant="primary">{say("保存", "Save")}</Button>
      {close && (
        <Button type="button" variant="quiet" onClick={close}>
          {say("不保存", "Do not save")}
        </Button>
      )}
    </div>
  </div>
);

const title = ({ say }: Wording) => say("添加问题", "Add a problem");

export const dialog: Part = {
  closed: {
    show: (wording) => (
      <div className="cluster">
        <Dialog title={title(wording)} trigger={title(wording)} variant="primary">
          <Inside wording={wording} />
        </Dialog>
        <Dialog title={title(wording)} trigger={title(wording)} size="small" to="/desk/problems/new">
          <Inside wording={wording} />
        </Dialog>
      </div>
    ),
  },
  open: {
    whole: true,
    show: (wording) => (
      <Dialog title={title(wording)} open>
        {(close) => <Inside wording={wording} close={close} />}
      </Dialog>
    ),
  },
  withoutScript: {
    still: true,
    whole: true,
    show: (wording) => (
      <Dialog title={title(wording)} open closeTo="/desk/problems">
        <Inside wording={wording} />
      </Dialog>
    ),
  },
};

export const drawer: Part = {
  open: {
    whole: true,
    show: (wording) => (
      <Drawer title={title(wording)} open>
        <Inside wording={wording} />
      </Drawer>
    ),
  },
  onPhone: {
    whole: true,
    narrow: true,
    show: (wording) => (
      <Drawer title={title(wording)} open closeTo="/desk/problems">
        <Inside wording={wording} />
      </Drawer>
    ),
  },
};

export const modal: Part = {
  opened: {
    whole: true,
    first: (stage) => stage.querySelector("button")?.click(),
    show: (wording) => (
      <Modal shape="dialog" title={title(wording)} trigger={title(wording)}>
        <Inside wording={wording} />
      </Modal>
    ),
  },
};

function OpenBox({ wording }: { wording: Wording }) {
  const box = useRef<HTMLDialogElement>(null);
  return (
    <ModalBox title={title(wording)} shape="dialog" box={box} open onClose={() => undefined} closeTo="/desk">
      <Inside wording={wording} />
    </ModalBox>
  );
}

export const modalBox: Part = {
  withAddress: { whole: true, show: (wording) => <OpenBox wording={wording} /> },
};

const press =
  (key: string, more: KeyboardEventInit = {}) =>
  () =>
    window.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true, ...more }));

/** Opens it and types, so that React hears it. */
const look = (words: string) => (stage: HTMLElement) => {
  press("k", { ctrlKey: true })();
  requestAnimationFrame(() => {
    const field = stage.querySelector<HTMLInputElement>("dialog input");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, words);
    field?.dispatchEvent(new Event("input", { bubbles: true }));
  });
};

const places = ({ say }: Wording) => [
  { to: "/desk", label: say("待办", "My work") },
  { to: "/desk/plan", label: say("计划", "Plan") },
  { to: "/desk/tasks", label: say("任务", "Tasks") },
];

export const goTo: Part = {
  open: {
    whole: true,
    first: press("k", { ctrlKey: true }),
    show: (wording) => <GoTo places={places(wording)} />,
  },
  nothingOfThatName: {
    whole: true,
    first: look("WJC"),
    show: (wording) => <GoTo places={places(wording)} />,
  },
};

export const keysDialog: Part = {
  open: { whole: true, first: press("?"), show: () => <KeysDialog /> },
  withKeysOfPage: {
    whole: true,
    first: press("?"),
    show: ({ say }) => <KeysDialog more={[{ keys: "N", does: say("新增议定事项", "New resolution") }]} />,
  },
};

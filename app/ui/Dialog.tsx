import { Modal, type ModalProps } from "./Modal";

/** A short matter to settle before going on. */
export function Dialog(props: ModalProps) {
  return <Modal {...props} shape="dialog" />;
}

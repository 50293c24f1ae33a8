import { Modal, type ModalProps } from "./Modal";

/** Long fields or a whole record at the side of the list they belong to; full screen on a phone. */
export function Drawer(props: ModalProps) {
  return <Modal {...props} shape="drawer" />;
}

CREATE INDEX `ledger_kind` ON `ledger_entry` (`subject_kind`,`sequence`);--> statement-breakpoint
CREATE INDEX `ledger_person` ON `ledger_entry` (`person_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `ledger_verb` ON `ledger_entry` (`verb`,`sequence`);
-- What is erased on a legal request is replaced by a mark, with a keyed digest beside it. See decision 037.
CREATE TABLE `erasure` (
	`id` text PRIMARY KEY NOT NULL,
	`problem_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`legal_basis` text NOT NULL,
	`remains` text NOT NULL,
	`by_post_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `erasure_problem` ON `erasure` (`problem_id`,`at`);--> statement-breakpoint
CREATE TABLE `erased_text` (
	`id` text PRIMARY KEY NOT NULL,
	`erasure_id` text NOT NULL,
	`home` text NOT NULL,
	`subject_id` text NOT NULL,
	`field` text NOT NULL,
	`digest` text NOT NULL,
	`length` integer NOT NULL,
	FOREIGN KEY (`erasure_id`) REFERENCES `erasure`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `erased_text_erasure` ON `erased_text` (`erasure_id`);--> statement-breakpoint
CREATE INDEX `erased_text_subject` ON `erased_text` (`home`,`subject_id`,`field`);--> statement-breakpoint
CREATE TABLE `erased_key` (
	`problem_id` text NOT NULL,
	`key` text NOT NULL,
	PRIMARY KEY(`problem_id`, `key`),
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ledger_text` (
	`digest` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
-- Nothing can stand here: a permit refers to it, and so no transaction that leaves a permit behind can commit.
CREATE TABLE `erasure_permit_end` (
	`id` text PRIMARY KEY NOT NULL CHECK (0)
);
--> statement-breakpoint
CREATE TABLE `erasure_permit` (
	`home` text NOT NULL,
	`subject_id` text NOT NULL,
	`field` text NOT NULL,
	`becomes` text NOT NULL,
	`ends` text DEFAULT 'with the transaction' NOT NULL REFERENCES `erasure_permit_end`(`id`) DEFERRABLE INITIALLY DEFERRED,
	PRIMARY KEY(`home`, `subject_id`, `field`)
);
--> statement-breakpoint
CREATE TRIGGER erasure_frozen BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'what was erased is on record'); END;--> statement-breakpoint
CREATE TRIGGER erasure_kept BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'what was erased is on record'); END;--> statement-breakpoint
CREATE TRIGGER erased_text_frozen BEFORE UPDATE ON erased_text BEGIN SELECT RAISE(ABORT, 'what was erased is on record'); END;--> statement-breakpoint
CREATE TRIGGER erased_text_kept BEFORE DELETE ON erased_text BEGIN SELECT RAISE(ABORT, 'what was erased is on record'); END;--> statement-breakpoint
-- Words become a mark, entries of the ledger a digest: nothing else.
CREATE TRIGGER erasure_permit_recorded BEFORE INSERT ON erasure_permit
WHEN (NEW.home <> 'ledger' AND instr(NEW.becomes, '〔已依法删除〕') = 0)
	OR (NEW.home = 'ledger' AND instr(NEW.becomes, '"sealed":') = 0)
	OR NOT EXISTS (SELECT 1 FROM erased_text e WHERE e.home = NEW.home AND e.subject_id = NEW.subject_id AND e.field = NEW.field)
BEGIN SELECT RAISE(ABORT, 'an erasure leaves a mark and a record'); END;
--> statement-breakpoint
CREATE TRIGGER erasure_permit_frozen BEFORE UPDATE ON erasure_permit BEGIN SELECT RAISE(ABORT, 'a permit is not changed'); END;--> statement-breakpoint
DROP TRIGGER problem_wording_frozen;--> statement-breakpoint
CREATE TRIGGER problem_wording_frozen BEFORE UPDATE OF original_wording, number, street_id ON problem
WHEN NEW.number IS NOT OLD.number OR NEW.street_id IS NOT OLD.street_id
	OR NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'problem' AND p.subject_id = OLD.id AND p.field = 'originalWording' AND p.becomes = NEW.original_wording)
BEGIN SELECT RAISE(ABORT, 'the original wording of a problem is frozen'); END;
--> statement-breakpoint
DROP TRIGGER imported_row_frozen;--> statement-breakpoint
CREATE TRIGGER imported_row_frozen BEFORE UPDATE ON imported_row
WHEN NEW.id IS NOT OLD.id OR NEW.file_id IS NOT OLD.file_id OR NEW.row_number IS NOT OLD.row_number
	-- The key by which the row is known again is a plain hash of its words, and goes with them.
	OR (NEW.cells_key IS NOT OLD.cells_key AND NEW.cells_key IS NOT NULL)
	OR NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'importedRow' AND p.subject_id = OLD.id)
	OR (NEW.cells IS NOT OLD.cells AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'importedRow' AND p.subject_id = OLD.id AND p.field = 'cells' AND p.becomes = NEW.cells))
	OR (NEW.rejected IS NOT OLD.rejected AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'importedRow' AND p.subject_id = OLD.id AND p.field = 'rejected' AND p.becomes = NEW.rejected))
BEGIN SELECT RAISE(ABORT, 'imported rows are kept as read'); END;
--> statement-breakpoint
DROP TRIGGER ledger_entry_no_update;--> statement-breakpoint
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry
WHEN NEW.sequence IS NOT OLD.sequence OR NEW.at IS NOT OLD.at OR NEW.person_id IS NOT OLD.person_id OR NEW.post_id IS NOT OLD.post_id
	OR NEW.verb IS NOT OLD.verb OR NEW.subject_kind IS NOT OLD.subject_kind OR NEW.subject_id IS NOT OLD.subject_id
	OR NEW.scope_unit_id IS NOT OLD.scope_unit_id OR NEW.previous_hash IS NOT OLD.previous_hash OR NEW.hash IS NOT OLD.hash
	OR NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'ledger' AND p.subject_id = CAST(OLD.sequence AS TEXT))
	OR (NEW.before IS NOT OLD.before AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'ledger' AND p.subject_id = CAST(OLD.sequence AS TEXT) AND p.field = 'before' AND p.becomes = NEW.before))
	OR (NEW.after IS NOT OLD.after AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'ledger' AND p.subject_id = CAST(OLD.sequence AS TEXT) AND p.field = 'after' AND p.becomes = NEW.after))
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
-- Words that are taken out of the index are gone from it, not only marked as gone.
INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);

CREATE TABLE `submission` (
	`id` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `submission_at` ON `submission` (`at`);--> statement-breakpoint
CREATE TABLE `ledger_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL,
	`signature` text NOT NULL
);
--> statement-breakpoint
-- What was booked before is signed at the next start: the key is not here.
INSERT INTO `ledger_head` SELECT 1, coalesce(max(`sequence`), 0),
	coalesce((SELECT `hash` FROM `ledger_entry` ORDER BY `sequence` DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000'), ''
FROM `ledger_entry`;--> statement-breakpoint
CREATE TRIGGER ledger_head_kept BEFORE DELETE ON ledger_head BEGIN SELECT RAISE(ABORT, 'the head of the ledger is kept'); END;--> statement-breakpoint
CREATE TRIGGER ledger_head_rises BEFORE UPDATE ON ledger_head WHEN NEW.sequence < OLD.sequence BEGIN SELECT RAISE(ABORT, 'the head of the ledger only rises'); END;

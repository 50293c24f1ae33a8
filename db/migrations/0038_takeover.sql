-- A ledger that was kept before is taken over: its meetings issued no minutes here, so their resolutions name none.
-- Whatever this system issued names its minutes as before, which a trigger sees to. What was taken over can be undone;
-- what was issued stays, as before.
DROP TRIGGER resolution_frozen;--> statement-breakpoint
DROP TRIGGER resolution_kept;--> statement-breakpoint
CREATE TABLE `__resolution` (
	`id` text PRIMARY KEY NOT NULL,
	`minutes_id` text,
	`meeting_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`text` text NOT NULL,
	`resident_text` text NOT NULL,
	`lead_unit_id` text NOT NULL,
	`due_date` text NOT NULL,
	`milestones` text NOT NULL,
	`measure` text NOT NULL,
	`evidence` text NOT NULL,
	`resource_kind` text NOT NULL,
	`resource_text` text NOT NULL,
	`check_back_date` text,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
INSERT INTO `__resolution` SELECT `id`, `minutes_id`, `meeting_id`, `topic_id`, `ordinal`, `text`, `resident_text`, `lead_unit_id`,
	`due_date`, `milestones`, `measure`, `evidence`, `resource_kind`, `resource_text`, `check_back_date` FROM `resolution`;--> statement-breakpoint
DROP TABLE `resolution`;--> statement-breakpoint
ALTER TABLE `__resolution` RENAME TO `resolution`;--> statement-breakpoint
CREATE INDEX `resolution_meeting` ON `resolution` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `resolution_topic` ON `resolution` (`topic_id`);--> statement-breakpoint
CREATE TRIGGER resolution_frozen BEFORE UPDATE OF id, minutes_id, meeting_id, topic_id, ordinal, resident_text, lead_unit_id, due_date, milestones, measure, evidence, resource_kind, resource_text, check_back_date ON resolution BEGIN SELECT RAISE(ABORT, 'an adopted resolution is frozen'); END;--> statement-breakpoint
-- The words of what was issued are frozen; those of what was taken over can be erased where the law demands it.
CREATE TRIGGER resolution_text_frozen BEFORE UPDATE OF text ON resolution WHEN OLD.minutes_id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an adopted resolution is frozen'); END;--> statement-breakpoint
CREATE TRIGGER resolution_kept BEFORE DELETE ON resolution WHEN OLD.minutes_id IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an adopted resolution is kept'); END;--> statement-breakpoint
CREATE TRIGGER resolution_of_minutes BEFORE INSERT ON resolution WHEN NEW.minutes_id IS NULL AND (SELECT kind FROM meeting WHERE id = NEW.meeting_id) <> 'takenOver' BEGIN SELECT RAISE(ABORT, 'a resolution names its minutes'); END;--> statement-breakpoint
CREATE TRIGGER minutes_of_meeting_held BEFORE INSERT ON minutes WHEN (SELECT kind FROM meeting WHERE id = NEW.meeting_id) = 'takenOver' BEGIN SELECT RAISE(ABORT, 'a meeting that was taken over issues no minutes'); END;--> statement-breakpoint
DROP TRIGGER resolution_assisting_unit_kept;--> statement-breakpoint
CREATE TRIGGER resolution_assisting_unit_kept BEFORE DELETE ON resolution_assisting_unit WHEN (SELECT minutes_id FROM resolution WHERE id = OLD.resolution_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an adopted resolution is kept'); END;--> statement-breakpoint
CREATE TABLE `takeover` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`last_number` text NOT NULL,
	`by_person_id` text NOT NULL,
	`by_post_id` text NOT NULL,
	`at` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE TABLE `taken_over_meeting` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`document_number` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE TABLE `taken_over_row` (
	`task_id` text PRIMARY KEY NOT NULL,
	`takeover_id` text NOT NULL,
	`key` text NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL,
	`cells` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`takeover_id`) REFERENCES `takeover`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `taken_over_row_key` ON `taken_over_row` (`key`);--> statement-breakpoint
CREATE INDEX `taken_over_row_of` ON `taken_over_row` (`takeover_id`);--> statement-breakpoint
CREATE TABLE `takeover_upload` (
	`post_id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`bytes` blob NOT NULL,
	`choices` text NOT NULL,
	`uploaded_at` text NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);

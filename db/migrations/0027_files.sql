-- Files attached to things; their bytes lie in the data folder under their SHA-256.
CREATE TABLE `file` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`position` text NOT NULL,
	`name` text NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`type` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`thumbnail_sha256` text,
	`thumbnail_bytes` integer,
	`width` integer,
	`height` integer,
	`added_at` text NOT NULL,
	`added_by_post_id` text NOT NULL,
	`added_by_person_id` text NOT NULL,
	`removed_at` text,
	`removed_reason` text DEFAULT '' NOT NULL,
	`removed_by_post_id` text,
	`removed_by_person_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`added_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `file_subject` ON `file` (`kind`,`subject_id`,`position`);--> statement-breakpoint
CREATE INDEX `file_removed` ON `file` (`removed_at`);--> statement-breakpoint
CREATE TRIGGER `file_is_what_it_is` BEFORE UPDATE OF `kind`, `subject_id`, `type`, `sha256`, `bytes`, `thumbnail_sha256`, `added_at`, `added_by_post_id`, `added_by_person_id` ON `file`
BEGIN
	SELECT RAISE(ABORT, 'a file stays what it is and where it belongs');
END;--> statement-breakpoint
CREATE TRIGGER `file_stays_removed` BEFORE UPDATE ON `file` WHEN OLD.removed_at IS NOT NULL AND NEW.removed_at IS NOT OLD.removed_at
BEGIN
	SELECT RAISE(ABORT, 'a file that was removed stays removed');
END;--> statement-breakpoint
CREATE TRIGGER `file_is_not_deleted` BEFORE DELETE ON `file`
BEGIN
	SELECT RAISE(ABORT, 'a file is removed, not deleted');
END;--> statement-breakpoint
-- Of a topic that may not stand here there is a neutral title and nothing else.
ALTER TABLE `topic` ADD `content_elsewhere` integer DEFAULT false NOT NULL;

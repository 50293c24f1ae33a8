-- Invitations are answered with people, their posts and whom they stand in for; who is read of in a calendar feed.
ALTER TABLE `attendance` ADD `asks_for` text DEFAULT 'anybody' NOT NULL;--> statement-breakpoint
ALTER TABLE `attendance` ADD `person_title` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `attendance` ADD `comes_as` text DEFAULT 'member' NOT NULL;--> statement-breakpoint
ALTER TABLE `attendance` ADD `instead_of` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `attendance` ADD `instead_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `attendance` ADD `named_with` text REFERENCES attendance(id);--> statement-breakpoint
ALTER TABLE `attendance` ADD `answered_at` text;--> statement-breakpoint
ALTER TABLE `meeting` ADD `calendar_sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Whatever moves a meeting, renames it or calls it off: calendars take the change because the number has risen.
CREATE TRIGGER `meeting_calendar_sequence` AFTER UPDATE OF `title`, `date`, `starts_at`, `place`, `stage` ON `meeting`
WHEN OLD.title <> NEW.title OR OLD.date <> NEW.date OR OLD.starts_at <> NEW.starts_at OR OLD.place <> NEW.place
	OR (OLD.stage <> NEW.stage AND 'cancelled' IN (OLD.stage, NEW.stage))
BEGIN
	UPDATE `meeting` SET `calendar_sequence` = OLD.calendar_sequence + 1 WHERE `id` = NEW.id;
END;--> statement-breakpoint
CREATE TABLE `calendar_feed` (
	`person_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`language` text NOT NULL,
	`made_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feed_token` ON `calendar_feed` (`token_hash`);

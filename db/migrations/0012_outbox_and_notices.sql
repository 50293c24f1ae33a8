-- Nothing was ever written to the outbox before.
DROP TABLE `outbox`;--> statement-breakpoint
CREATE TABLE `outbox` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` text,
	`leased_until` text,
	`last_error` text,
	`dead_at` text
);
--> statement-breakpoint
CREATE INDEX `outbox_subject` ON `outbox` (`kind`,`subject`,`sequence`);--> statement-breakpoint
CREATE TABLE `clock_run` (
	`kind` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`reader_id` text NOT NULL,
	`kind` text NOT NULL,
	`why` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`details` text DEFAULT '{}' NOT NULL,
	`entry` integer NOT NULL,
	`at` text NOT NULL,
	`read_at` text
);
--> statement-breakpoint
CREATE INDEX `notice_reader` ON `notice` (`reader_id`,`id`);--> statement-breakpoint
CREATE INDEX `notice_unread` ON `notice` (`reader_id`,`id`) WHERE read_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `notice_entry` ON `notice` (`entry`,`reader_id`);--> statement-breakpoint
CREATE TABLE `notice_count` (
	`reader_id` text PRIMARY KEY NOT NULL,
	`unread` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `task_finding` (
	`task_id` text NOT NULL,
	`finding` text NOT NULL,
	`about` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`task_id`, `finding`, `about`),
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `look_back_task` ON `look_back_statement` (`task_id`);

CREATE TABLE `import_upload` (
	`id` text PRIMARY KEY NOT NULL,
	`day_id` text NOT NULL,
	`street_id` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` blob NOT NULL,
	`uploaded_at` text NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_upload_day_street` ON `import_upload` (`day_id`,`street_id`);--> statement-breakpoint
CREATE TABLE `search_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entry_subject` ON `search_entry` (`kind`,`subject_id`);--> statement-breakpoint
ALTER TABLE `listing` ADD `submitted_at` text;--> statement-breakpoint
ALTER TABLE `problem` ADD `source_number` text;--> statement-breakpoint
ALTER TABLE `problem` ADD `submitted_at` text;--> statement-breakpoint
CREATE INDEX `problem_submitted` ON `problem` (`submitted_at`);--> statement-breakpoint
CREATE INDEX `problem_source_number` ON `problem` (`street_id`,`source_number`);
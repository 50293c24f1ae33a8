-- A list is imported in slices: until all are written, and when an import is undone, its problems are withheld.
CREATE TABLE `withheld_problem` (
	`problem_id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `imported_file`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `withheld_problem_file` ON `withheld_problem` (`file_id`);--> statement-breakpoint
ALTER TABLE `imported_file` ADD `state` text DEFAULT 'done' NOT NULL;--> statement-breakpoint
ALTER TABLE `imported_file` ADD `rows_done` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imported_file` ADD `touched_at` text;--> statement-breakpoint
ALTER TABLE `imported_file` ADD `headers` text;--> statement-breakpoint
ALTER TABLE `imported_row` ADD `cells_key` text;--> statement-breakpoint
CREATE INDEX `imported_row_cells` ON `imported_row` (`cells_key`);--> statement-breakpoint
CREATE INDEX `problem_title` ON `problem` (`street_id`,`title`);--> statement-breakpoint
CREATE INDEX `problem_imported_row` ON `problem` (`imported_row_id`);--> statement-breakpoint
-- Files of 50 MB are kept in parts.
CREATE TABLE `import_upload_part` (
	`upload_id` text NOT NULL,
	`at` integer NOT NULL,
	`bytes` blob NOT NULL,
	`kept_at` text NOT NULL,
	PRIMARY KEY(`upload_id`, `at`)
);--> statement-breakpoint
INSERT INTO `import_upload_part` SELECT `id`, 0, `bytes`, `uploaded_at` FROM `import_upload`;--> statement-breakpoint
ALTER TABLE `import_upload` ADD `size` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `import_upload` SET `size` = length(`bytes`);--> statement-breakpoint
ALTER TABLE `import_upload` DROP COLUMN `bytes`;

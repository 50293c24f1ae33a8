CREATE TABLE `submission` (
	`id` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `submission_at` ON `submission` (`at`);

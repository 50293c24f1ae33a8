CREATE TABLE `live_authorship` (
	`room` text NOT NULL,
	`epoch` integer NOT NULL,
	`act` text NOT NULL,
	`client` integer NOT NULL,
	`clock` integer NOT NULL,
	`length` integer NOT NULL,
	`person_id` text,
	`post_id` text,
	`at` text NOT NULL,
	PRIMARY KEY(`room`, `epoch`, `act`, `client`, `clock`)
);

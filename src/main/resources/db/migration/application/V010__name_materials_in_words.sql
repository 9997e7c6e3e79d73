-- What the year's plan called the kind when the material came: offices and history read this, not the code.
alter table application.material add column label text not null;

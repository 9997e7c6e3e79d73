alter table file.file drop constraint file_type_check;
alter table file.file add check (type in ('JPEG', 'PNG', 'PDF', 'XLSX', 'CSV'));

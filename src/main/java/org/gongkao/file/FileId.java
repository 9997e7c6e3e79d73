package org.gongkao.file;

/** 文件编号。Names one uploaded file; who may see it is decided by the module that claimed it. */
public record FileId(long value) {}

package org.gongkao.application;

/** 核对项目。One group of fields or one material, with the hash of its content as it is now. */
public record ReviewItem(String key, String label, String hash, boolean isMaterial) {}

package org.gongkao.application.onsite;

/** 现场审查设置。Within how many working days originals are to be given back. */
record OnSiteTerms(int returnDays) {}

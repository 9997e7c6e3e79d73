package org.gongkao.eligibility;

/** 事实明细。One line of a fact that is a list: a certificate, a period, a year's appraisal. */
public sealed interface Entry
        permits CertificateEntry, WorkPeriod, ServiceGap, AppraisalEntry, Honour, Discipline, ApplicationBan {}

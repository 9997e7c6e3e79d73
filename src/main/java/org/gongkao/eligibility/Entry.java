package org.gongkao.eligibility;

/** 事实明细。One line of a fact that is a list: a certificate, a period, a year's appraisal. */
public sealed interface Entry
        permits HeldCertificate, WorkPeriod, Interruption, Appraisal, Honour, Discipline, ApplicationBan {}

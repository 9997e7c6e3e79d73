/** Alipay against the counterpart as the program it is, and against answers, messages and bills that no counterpart would give. */
package org.gongkao.channel.alipay;
